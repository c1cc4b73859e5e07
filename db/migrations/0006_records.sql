CREATE TABLE "dated_fact" (
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"fact" text NOT NULL,
	"from_date" text NOT NULL,
	"value" text,
	"note" text NOT NULL,
	"recorded_at" integer NOT NULL,
	"who" text NOT NULL,
	PRIMARY KEY("kind", "subject_id", "fact", "from_date"),
	CONSTRAINT "dated_fact_kind" CHECK("dated_fact"."kind" in ('creator', 'video', 'product', 'market')),
	CONSTRAINT "dated_fact_from_date" CHECK(date("dated_fact"."from_date") is "dated_fact"."from_date"),
	CONSTRAINT "dated_fact_value" CHECK(json_valid("dated_fact"."value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE "order_figures" (
	"order_id" text PRIMARY KEY NOT NULL,
	"days" integer DEFAULT 0 NOT NULL,
	"impressions" integer,
	"link_clicks" integer,
	"conversions" integer,
	"spent_minor" integer,
	"revenue_minor" integer,
	"forecast_link_clicks" text,
	"forecast_low" real,
	"forecast_high" real,
	"target_reached" real,
	FOREIGN KEY ("order_id") REFERENCES "promote_order"("id") ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"view" text NOT NULL,
	"created_at" integer NOT NULL,
	"updated_at" integer NOT NULL,
	CONSTRAINT "saved_view_view" CHECK(json_valid("saved_view"."view"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" ("name");--> statement-breakpoint
ALTER TABLE "creator" ADD "archived_at" integer;--> statement-breakpoint
ALTER TABLE "creator" ADD "merged_into" text REFERENCES creator(id);--> statement-breakpoint
ALTER TABLE "frozen_forecast" ADD "packed" blob;--> statement-breakpoint
ALTER TABLE "payment" ADD "coupon_minor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD "coins" integer;--> statement-breakpoint
ALTER TABLE "payment" ADD "coin_rate" real;--> statement-breakpoint
ALTER TABLE "payment" ADD "tax_taken" text;--> statement-breakpoint
ALTER TABLE "payment" ADD "withheld_minor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD "vat_number" text;--> statement-breakpoint
ALTER TABLE "product" ADD "category" text;--> statement-breakpoint
ALTER TABLE "product" ADD "archived_at" integer;--> statement-breakpoint
ALTER TABLE "product" ADD "merged_into" text REFERENCES product(id);--> statement-breakpoint
ALTER TABLE "promote_order" ADD "coupon_minor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "promote_order" ADD "archived_at" integer;--> statement-breakpoint
ALTER TABLE "video" ADD "archived_at" integer;--> statement-breakpoint
-- A coupon is part of the order, and frozen with it. Putting an order away changes nothing of it.
DROP TRIGGER promote_order_frozen;
--> statement-breakpoint
CREATE TRIGGER promote_order_frozen BEFORE UPDATE ON promote_order
WHEN EXISTS (SELECT 1 FROM payment WHERE order_id = OLD.id)
  AND (NEW.id, NEW.market, NEW.currency, NEW.video_id, NEW.product_id, NEW.entrance, NEW.goal, NEW.audience,
       NEW.budget_minor, NEW.duration_days, NEW.starts_at, NEW.target_link_clicks, NEW.payer, NEW.pacing,
       NEW.price_rule, NEW.hours, NEW.notes, NEW.coupon_minor, NEW.created_at)
  IS NOT
      (OLD.id, OLD.market, OLD.currency, OLD.video_id, OLD.product_id, OLD.entrance, OLD.goal, OLD.audience,
       OLD.budget_minor, OLD.duration_days, OLD.starts_at, OLD.target_link_clicks, OLD.payer, OLD.pacing,
       OLD.price_rule, OLD.hours, OLD.notes, OLD.coupon_minor, OLD.created_at)
BEGIN
  SELECT RAISE(ABORT, 'promote_order: the fields of a paid order are frozen');
END;
--> statement-breakpoint
-- Money that moves is not put away.
CREATE TRIGGER promote_order_in_sight BEFORE UPDATE OF archived_at ON promote_order
WHEN NEW.archived_at IS NOT NULL AND NEW.state IN ('in_review', 'scheduled', 'active', 'paused', 'refund_requested')
BEGIN
  SELECT RAISE(ABORT, 'promote_order: an order whose money moves is not put away');
END;
--> statement-breakpoint
CREATE TRIGGER promote_order_returns AFTER UPDATE OF state ON promote_order
WHEN NEW.archived_at IS NOT NULL AND NEW.state <> OLD.state
BEGIN
  UPDATE promote_order SET archived_at = NULL WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER payment_whole BEFORE INSERT ON payment
WHEN NEW.coupon_minor NOT BETWEEN 0 AND NEW.gross_minor
  OR NEW.withheld_minor NOT BETWEEN 0 AND NEW.gross_minor - NEW.coupon_minor
  OR (NEW.coins IS NULL) <> (NEW.coin_rate IS NULL)
  OR coalesce(NEW.coins, 1) < 1 OR coalesce(NEW.coin_rate, 1) <= 0
  OR coalesce(NEW.tax_taken, 'top_up') NOT IN ('top_up', 'consumption')
  OR NEW.coupon_minor <> (SELECT coupon_minor FROM promote_order WHERE id = NEW.order_id)
BEGIN
  SELECT RAISE(ABORT, 'payment: coupon, withheld tax and coins fit the amounts');
END;
--> statement-breakpoint
-- What was merged points to a record of the same market that is itself not merged, and nothing points to it.
CREATE TRIGGER creator_merged BEFORE UPDATE OF merged_into ON creator
WHEN NEW.merged_into IS NOT NULL AND (
  NEW.merged_into = NEW.id
  OR NOT EXISTS (SELECT 1 FROM creator WHERE id = NEW.merged_into AND market = NEW.market AND merged_into IS NULL)
  OR EXISTS (SELECT 1 FROM creator WHERE merged_into = NEW.id)
)
BEGIN
  SELECT RAISE(ABORT, 'creator: is merged into another of its market that stands for itself');
END;
--> statement-breakpoint
CREATE TRIGGER product_merged BEFORE UPDATE OF merged_into ON product
WHEN NEW.merged_into IS NOT NULL AND (
  NEW.merged_into = NEW.id
  OR NOT EXISTS (SELECT 1 FROM product WHERE id = NEW.merged_into AND market = NEW.market AND merged_into IS NULL)
  OR EXISTS (SELECT 1 FROM product WHERE merged_into = NEW.id)
)
BEGIN
  SELECT RAISE(ABORT, 'product: is merged into another of its market that stands for itself');
END;
--> statement-breakpoint
-- Records are put away, not deleted.
CREATE TRIGGER creator_kept BEFORE DELETE ON creator
BEGIN
  SELECT RAISE(ABORT, 'creator: records are kept');
END;
--> statement-breakpoint
CREATE TRIGGER product_kept BEFORE DELETE ON product
BEGIN
  SELECT RAISE(ABORT, 'product: records are kept');
END;
--> statement-breakpoint
CREATE TRIGGER video_kept BEFORE DELETE ON video
BEGIN
  SELECT RAISE(ABORT, 'video: records are kept');
END;
--> statement-breakpoint
INSERT INTO order_figures (order_id, days, impressions, link_clicks, conversions, spent_minor, revenue_minor)
SELECT order_id, count(*), sum(impressions), sum(link_clicks), sum(conversions), sum(spend_minor), sum(revenue_minor)
FROM delivery_day GROUP BY order_id;
--> statement-breakpoint
INSERT INTO order_figures (order_id, forecast_link_clicks, forecast_low, forecast_high, target_reached)
SELECT order_id, link_clicks, link_clicks ->> '$.p10', link_clicks ->> '$.p90', target_reached
FROM frozen_forecast WHERE true
ON CONFLICT (order_id) DO UPDATE SET
  forecast_link_clicks = excluded.forecast_link_clicks, forecast_low = excluded.forecast_low,
  forecast_high = excluded.forecast_high, target_reached = excluded.target_reached;
--> statement-breakpoint
CREATE TRIGGER order_figures_forecast AFTER INSERT ON frozen_forecast
BEGIN
  INSERT INTO order_figures (order_id, forecast_link_clicks, forecast_low, forecast_high, target_reached)
  VALUES (NEW.order_id, NEW.link_clicks, NEW.link_clicks ->> '$.p10', NEW.link_clicks ->> '$.p90', NEW.target_reached)
  ON CONFLICT (order_id) DO UPDATE SET
    forecast_link_clicks = excluded.forecast_link_clicks, forecast_low = excluded.forecast_low,
    forecast_high = excluded.forecast_high, target_reached = excluded.target_reached;
END;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_added AFTER INSERT ON delivery_day
BEGIN
  INSERT INTO order_figures (order_id, days, impressions, link_clicks, conversions, spent_minor, revenue_minor)
  SELECT NEW.order_id, count(*), sum(impressions), sum(link_clicks), sum(conversions), sum(spend_minor), sum(revenue_minor)
  FROM delivery_day WHERE order_id = NEW.order_id
  ON CONFLICT (order_id) DO UPDATE SET
    days = excluded.days, impressions = excluded.impressions, link_clicks = excluded.link_clicks,
    conversions = excluded.conversions, spent_minor = excluded.spent_minor, revenue_minor = excluded.revenue_minor;
END;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_changed AFTER UPDATE ON delivery_day
BEGIN
  UPDATE order_figures SET (days, impressions, link_clicks, conversions, spent_minor, revenue_minor) = (
    SELECT count(*), sum(impressions), sum(link_clicks), sum(conversions), sum(spend_minor), sum(revenue_minor)
    FROM delivery_day WHERE order_id = NEW.order_id
  ) WHERE order_id = NEW.order_id;
END;

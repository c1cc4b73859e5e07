CREATE TABLE "creator" (
	"id" text PRIMARY KEY NOT NULL,
	"market" text NOT NULL,
	"handle" text NOT NULL,
	"handle_key" text GENERATED ALWAYS AS (lower(ltrim(handle, '@'))) STORED NOT NULL,
	"display_name" text NOT NULL,
	"account_type" text NOT NULL,
	"birth_date" text NOT NULL,
	"anchor_access" integer NOT NULL,
	"terms_accepted" integer,
	"political" integer,
	"barred" integer,
	"created_at" integer NOT NULL,
	"updated_at" integer NOT NULL,
	CONSTRAINT "creator_market" CHECK("creator"."market" in ('GB', 'ID')),
	CONSTRAINT "creator_account_type" CHECK("creator"."account_type" in ('business', 'creator', 'personal')),
	CONSTRAINT "creator_birth_date" CHECK(date("creator"."birth_date") is "creator"."birth_date"),
	CONSTRAINT "creator_anchor_access" CHECK("creator"."anchor_access" in (0, 1)),
	CONSTRAINT "creator_facts" CHECK("creator"."terms_accepted" in (0, 1) and "creator"."political" in (0, 1) and "creator"."barred" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX "creator_handle" ON "creator" ("handle_key");--> statement-breakpoint
CREATE UNIQUE INDEX "creator_id_market" ON "creator" ("id","market");--> statement-breakpoint
CREATE TABLE "delivery_day" (
	"order_id" text NOT NULL,
	"date" text NOT NULL,
	"source" text NOT NULL,
	"currency" text NOT NULL,
	"impressions" integer NOT NULL,
	"reach" integer,
	"link_clicks" integer NOT NULL,
	"page_views" integer,
	"conversions" integer,
	"spend_minor" integer NOT NULL,
	"revenue_minor" integer,
	"updated_at" integer NOT NULL,
	PRIMARY KEY("order_id", "date"),
	FOREIGN KEY ("order_id","currency") REFERENCES "promote_order"("id","currency") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delivery_day_date" CHECK(date("delivery_day"."date") is "delivery_day"."date"),
	CONSTRAINT "delivery_day_source" CHECK("delivery_day"."source" in ('typed', 'imported', 'simulated')),
	CONSTRAINT "delivery_day_currency" CHECK("delivery_day"."currency" in ('GBP', 'IDR')),
	CONSTRAINT "delivery_day_impressions" CHECK("delivery_day"."impressions" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_reach" CHECK("delivery_day"."reach" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_link_clicks" CHECK("delivery_day"."link_clicks" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_page_views" CHECK("delivery_day"."page_views" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_conversions" CHECK("delivery_day"."conversions" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_spend_minor" CHECK("delivery_day"."spend_minor" between 0 and 9007199254740991),
	CONSTRAINT "delivery_day_revenue_minor" CHECK("delivery_day"."revenue_minor" between -9007199254740991 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE TABLE "frozen_forecast" (
	"order_id" text PRIMARY KEY NOT NULL,
	"result" text NOT NULL,
	"order_file" text NOT NULL,
	"model_version" text GENERATED ALWAYS AS (json_extract(result, '$.modelVersion')) STORED NOT NULL,
	"profile_version" text GENERATED ALWAYS AS (json_extract(result, '$.profileVersion')) STORED NOT NULL,
	"seed" integer GENERATED ALWAYS AS (json_extract(result, '$.seed')) STORED NOT NULL,
	"replicates" integer GENERATED ALWAYS AS (json_extract(result, '$.replicates')) STORED NOT NULL,
	"digest" text GENERATED ALWAYS AS (json_extract(result, '$.digest')) STORED NOT NULL,
	"link_clicks" text GENERATED ALWAYS AS (json_extract(result, '$.totals.linkClicks')) STORED NOT NULL,
	"target_reached" real GENERATED ALWAYS AS (json_extract(result, '$.probability.targetReached')) STORED NOT NULL,
	"created_at" integer NOT NULL,
	FOREIGN KEY ("order_id") REFERENCES "promote_order"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "frozen_forecast_result" CHECK(json_valid("frozen_forecast"."result")),
	CONSTRAINT "frozen_forecast_order_file" CHECK(json_valid("frozen_forecast"."order_file")),
	CONSTRAINT "frozen_forecast_digest" CHECK("frozen_forecast"."digest" like 'sha256:%'),
	CONSTRAINT "frozen_forecast_target_reached" CHECK("frozen_forecast"."target_reached" between 0 and 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE "order_event" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"at" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"what" text NOT NULL,
	"who" text NOT NULL,
	FOREIGN KEY ("order_id") REFERENCES "promote_order"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_event_from_state" CHECK("order_event"."from_state" in ('draft', 'awaiting_payment', 'in_review', 'rejected', 'scheduled', 'active', 'paused', 'completed', 'cancelled', 'payment_failed', 'refund_requested', 'refunded')),
	CONSTRAINT "order_event_to_state" CHECK("order_event"."to_state" in ('draft', 'awaiting_payment', 'in_review', 'rejected', 'scheduled', 'active', 'paused', 'completed', 'cancelled', 'payment_failed', 'refund_requested', 'refunded')),
	CONSTRAINT "order_event_what" CHECK(length(trim("order_event"."what")) > 0),
	CONSTRAINT "order_event_who" CHECK(length(trim("order_event"."who")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX "order_event_order_id" ON "order_event" ("order_id","sequence");--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"command_id" text NOT NULL,
	"method" text NOT NULL,
	"reference" text NOT NULL,
	"currency" text NOT NULL,
	"net_minor" integer NOT NULL,
	"tax_rate" real NOT NULL,
	"tax_minor" integer NOT NULL,
	"gross_minor" integer NOT NULL,
	"paid_at" integer NOT NULL,
	FOREIGN KEY ("order_id") REFERENCES "frozen_forecast"("order_id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("order_id","currency") REFERENCES "promote_order"("id","currency") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_method" CHECK("payment"."method" in ('card', 'coins', 'wallet', 'bank_transfer', 'other')),
	CONSTRAINT "payment_reference" CHECK(length(trim("payment"."reference")) between 1 and 200),
	CONSTRAINT "payment_currency" CHECK("payment"."currency" in ('GBP', 'IDR')),
	CONSTRAINT "payment_net_minor" CHECK("payment"."net_minor" between 1 and 9007199254740991),
	CONSTRAINT "payment_tax_rate" CHECK("payment"."tax_rate" between 0 and 1),
	CONSTRAINT "payment_tax_minor" CHECK("payment"."tax_minor" between 0 and 9007199254740991),
	CONSTRAINT "payment_gross_minor" CHECK("payment"."gross_minor" = "payment"."net_minor" + "payment"."tax_minor")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX "payment_order_id" ON "payment" ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_command_id" ON "payment" ("command_id");--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"price_minor" integer NOT NULL,
	"commission_rate" real,
	"conversion_rate" real,
	"unit_cost_minor" integer,
	"restriction" text,
	"seller_approved" integer,
	"less_healthy" integer,
	"age_restricted" integer,
	"alcohol" integer,
	"created_at" integer NOT NULL,
	"updated_at" integer NOT NULL,
	CONSTRAINT "product_market" CHECK("product"."market" in ('GB', 'ID')),
	CONSTRAINT "product_currency" CHECK(("product"."market" = 'GB' and "product"."currency" = 'GBP') or ("product"."market" = 'ID' and "product"."currency" = 'IDR')),
	CONSTRAINT "product_source" CHECK("product"."source" in ('tiktok_shop', 'affiliate', 'external', 'product_link')),
	CONSTRAINT "product_price_minor" CHECK("product"."price_minor" between 1 and 9007199254740991),
	CONSTRAINT "product_commission_rate" CHECK("product"."commission_rate" between 0 and 1),
	CONSTRAINT "product_conversion_rate" CHECK("product"."conversion_rate" between 0 and 1),
	CONSTRAINT "product_unit_cost_minor" CHECK("product"."unit_cost_minor" between 0 and 9007199254740991),
	CONSTRAINT "product_restriction" CHECK("product"."restriction" in ('unrestricted', 'restricted', 'prohibited')),
	CONSTRAINT "product_facts" CHECK("product"."seller_approved" in (0, 1) and "product"."less_healthy" in (0, 1) and "product"."age_restricted" in (0, 1) and "product"."alcohol" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX "product_id_market" ON "product" ("id","market");--> statement-breakpoint
CREATE TABLE "promote_order" (
	"id" text PRIMARY KEY NOT NULL,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"video_id" text NOT NULL,
	"product_id" text NOT NULL,
	"entrance" text NOT NULL,
	"goal" text NOT NULL,
	"audience" text NOT NULL,
	"budget_minor" integer NOT NULL,
	"duration_days" integer NOT NULL,
	"starts_at" text NOT NULL,
	"target_link_clicks" integer NOT NULL,
	"payer" text NOT NULL,
	"pacing" text NOT NULL,
	"price_rule" text NOT NULL,
	"hours" text,
	"notes" text NOT NULL,
	"created_at" integer NOT NULL,
	"updated_at" integer NOT NULL,
	FOREIGN KEY ("video_id","market") REFERENCES "video"("id","market") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("product_id","market") REFERENCES "product"("id","market") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "promote_order_market" CHECK("promote_order"."market" in ('GB', 'ID')),
	CONSTRAINT "promote_order_currency" CHECK(("promote_order"."market" = 'GB' and "promote_order"."currency" = 'GBP') or ("promote_order"."market" = 'ID' and "promote_order"."currency" = 'IDR')),
	CONSTRAINT "promote_order_state" CHECK("promote_order"."state" in ('draft', 'awaiting_payment', 'in_review', 'rejected', 'scheduled', 'active', 'paused', 'completed', 'cancelled', 'payment_failed', 'refund_requested', 'refunded')),
	CONSTRAINT "promote_order_entrance" CHECK("promote_order"."entrance" in ('business_suite', 'video_menu')),
	CONSTRAINT "promote_order_goal" CHECK("promote_order"."goal" in ('more_product_link_clicks', 'more_product_purchases')),
	CONSTRAINT "promote_order_audience" CHECK(json_valid("promote_order"."audience")),
	CONSTRAINT "promote_order_budget_minor" CHECK("promote_order"."budget_minor" between -9007199254740991 and 9007199254740991),
	CONSTRAINT "promote_order_duration_days" CHECK("promote_order"."duration_days" between 0 and 9007199254740991),
	CONSTRAINT "promote_order_paid_terms" CHECK("promote_order"."state" in ('draft', 'awaiting_payment', 'payment_failed') or ("promote_order"."budget_minor" > 0 and "promote_order"."duration_days" > 0)),
	CONSTRAINT "promote_order_starts_at" CHECK(strftime('%Y-%m-%dT%H:%M', "promote_order"."starts_at") is "promote_order"."starts_at"),
	CONSTRAINT "promote_order_target_link_clicks" CHECK("promote_order"."target_link_clicks" between 0 and 9007199254740991),
	CONSTRAINT "promote_order_payer" CHECK("promote_order"."payer" in ('creator', 'seller')),
	CONSTRAINT "promote_order_pacing" CHECK("promote_order"."pacing" in ('even', 'asap')),
	CONSTRAINT "promote_order_price_rule" CHECK("promote_order"."price_rule" in ('second', 'first')),
	CONSTRAINT "promote_order_hours" CHECK(json_valid("promote_order"."hours"))
) STRICT;
--> statement-breakpoint
CREATE INDEX "promote_order_video_id" ON "promote_order" ("video_id","market");--> statement-breakpoint
CREATE INDEX "promote_order_product_id" ON "promote_order" ("product_id","market");--> statement-breakpoint
CREATE UNIQUE INDEX "promote_order_id_currency" ON "promote_order" ("id","currency");--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" integer NOT NULL,
	CONSTRAINT "setting_value" CHECK(json_valid("setting"."value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE "video" (
	"id" text PRIMARY KEY NOT NULL,
	"creator_id" text NOT NULL,
	"market" text NOT NULL,
	"title" text NOT NULL,
	"anchor_name" text NOT NULL,
	"visibility" text NOT NULL,
	"sound" text NOT NULL,
	"category" text NOT NULL,
	"posted_on" text,
	"anchor_authorised" integer,
	"seller_authorised" integer,
	"ad_label" integer,
	"created_at" integer NOT NULL,
	"updated_at" integer NOT NULL,
	FOREIGN KEY ("creator_id","market") REFERENCES "creator"("id","market") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "video_market" CHECK("video"."market" in ('GB', 'ID')),
	CONSTRAINT "video_visibility" CHECK("video"."visibility" in ('public', 'friends', 'private')),
	CONSTRAINT "video_sound" CHECK("video"."sound" in ('original', 'commercial', 'other')),
	CONSTRAINT "video_category" CHECK("video"."category" in ('education', 'vehicles', 'baby', 'finance', 'beauty', 'electronics', 'appliances', 'travel', 'household', 'pets', 'apps', 'home', 'apparel', 'news', 'business', 'games', 'services', 'food', 'sports', 'health', 'ecommerce')),
	CONSTRAINT "video_posted_on" CHECK(date("video"."posted_on") is "video"."posted_on"),
	CONSTRAINT "video_facts" CHECK("video"."anchor_authorised" in (0, 1) and "video"."seller_authorised" in (0, 1) and "video"."ad_label" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX "video_creator_id" ON "video" ("creator_id","market");--> statement-breakpoint
CREATE UNIQUE INDEX "video_id_market" ON "video" ("id","market");--> statement-breakpoint
CREATE TABLE "video_product" (
	"video_id" text NOT NULL,
	"product_id" text NOT NULL,
	"market" text NOT NULL,
	"position" integer NOT NULL,
	PRIMARY KEY("video_id", "product_id"),
	FOREIGN KEY ("video_id","market") REFERENCES "video"("id","market") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("product_id","market") REFERENCES "product"("id","market") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "video_product_position_count" CHECK("video_product"."position" between 0 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE INDEX "video_product_product_id" ON "video_product" ("product_id","market");--> statement-breakpoint
CREATE UNIQUE INDEX "video_product_position" ON "video_product" ("video_id","position");--> statement-breakpoint
CREATE TABLE "workspace" (
	"row" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"demo" integer NOT NULL,
	"created_at" integer NOT NULL,
	CONSTRAINT "workspace_one_row" CHECK("workspace"."row" = 1),
	CONSTRAINT "workspace_demo" CHECK("workspace"."demo" in (0, 1))
) STRICT;

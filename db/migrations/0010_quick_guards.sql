-- Days of orders come in by the ten thousand: what is checked and kept for each is the same as before, for less work.
DROP TRIGGER ledger_transfer_balanced;
--> statement-breakpoint
DROP TRIGGER ledger_transfer_moves;
--> statement-breakpoint
-- A transfer names no account twice, moves whole minor units, and its lines sum to zero. One that moves an amount between
-- prepaid and spent is known by its text, which is the amount and its opposite among the same words, character by
-- character; the lines of any other are taken apart.
CREATE TRIGGER ledger_transfer_balanced BEFORE INSERT ON ledger_transfer
WHEN NEW.lines IS NOT '[{"account":"promotion_prepaid","minor":' || CAST(substr(NEW.lines, 41, 17) AS INTEGER)
    || '},{"account":"promotion_spent","minor":' || -CAST(substr(NEW.lines, 41, 17) AS INTEGER) || '}]'
  AND (
    json_array_length(NEW.lines) < 2
    OR (SELECT total(json_extract(value, '$.minor')) <> 0 OR count(*) <> count(DISTINCT json_extract(value, '$.account'))
        FROM json_each(NEW.lines))
    OR EXISTS (
      SELECT 1 FROM json_each(NEW.lines)
      WHERE json_type(value, '$.minor') <> 'integer' OR json_type(value, '$.account') <> 'text'
    )
  )
BEGIN
  SELECT RAISE(ABORT, 'ledger_transfer: the lines of a transfer sum to zero, each account once, in whole minor units');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_transfer_moves AFTER INSERT ON ledger_transfer
WHEN NEW.lines IS NOT '[{"account":"promotion_prepaid","minor":' || CAST(substr(NEW.lines, 41, 17) AS INTEGER)
    || '},{"account":"promotion_spent","minor":' || -CAST(substr(NEW.lines, 41, 17) AS INTEGER) || '}]'
BEGIN
  INSERT INTO ledger_balance (order_id, account, currency, minor)
  SELECT NEW.order_id, json_extract(value, '$.account'), NEW.currency, json_extract(value, '$.minor')
  FROM json_each(NEW.lines) WHERE true
  ON CONFLICT (order_id, account) DO UPDATE SET minor = minor + excluded.minor;
END;
--> statement-breakpoint
-- The two balances of such a transfer are opened by the first and only changed by the next.
CREATE TRIGGER ledger_transfer_opens BEFORE INSERT ON ledger_transfer
WHEN NEW.lines IS '[{"account":"promotion_prepaid","minor":' || CAST(substr(NEW.lines, 41, 17) AS INTEGER)
    || '},{"account":"promotion_spent","minor":' || -CAST(substr(NEW.lines, 41, 17) AS INTEGER) || '}]'
  AND (SELECT count(*) FROM ledger_balance
       WHERE order_id = NEW.order_id AND account IN ('promotion_prepaid', 'promotion_spent')) < 2
BEGIN
  INSERT INTO ledger_balance (order_id, account, currency, minor)
  VALUES (NEW.order_id, 'promotion_prepaid', NEW.currency, 0), (NEW.order_id, 'promotion_spent', NEW.currency, 0)
  ON CONFLICT (order_id, account) DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_transfer_delivers AFTER INSERT ON ledger_transfer
WHEN NEW.lines IS '[{"account":"promotion_prepaid","minor":' || CAST(substr(NEW.lines, 41, 17) AS INTEGER)
    || '},{"account":"promotion_spent","minor":' || -CAST(substr(NEW.lines, 41, 17) AS INTEGER) || '}]'
BEGIN
  UPDATE ledger_balance SET minor = minor + CAST(substr(NEW.lines, 41, 17) AS INTEGER)
  WHERE order_id = NEW.order_id AND account = 'promotion_prepaid';
  UPDATE ledger_balance SET minor = minor - CAST(substr(NEW.lines, 41, 17) AS INTEGER)
  WHERE order_id = NEW.order_id AND account = 'promotion_spent';
END;
--> statement-breakpoint
-- Entries are numbered from 0 without a gap and none goes: their count is one more than the last number.
DROP TRIGGER log_frontier_follows;
--> statement-breakpoint
CREATE TRIGGER log_frontier_follows BEFORE UPDATE ON log_frontier
WHEN NEW.size <> (SELECT coalesce(max(seq) + 1, 0) FROM log_entry)
BEGIN
  SELECT RAISE(ABORT, 'log_frontier: the tree has as many leaves as the log has entries');
END;
--> statement-breakpoint
-- The figures of an order change by what a day adds or takes, and are not summed anew. A sum of what no day knows is null.
CREATE TRIGGER delivery_day_stays BEFORE UPDATE OF order_id, date ON delivery_day
WHEN (NEW.order_id, NEW.date) IS NOT (OLD.order_id, OLD.date)
BEGIN
  SELECT RAISE(ABORT, 'delivery_day: a day stays with its order and its date');
END;
--> statement-breakpoint
DROP TRIGGER order_figures_day_added;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_added AFTER INSERT ON delivery_day
BEGIN
  INSERT INTO order_figures (order_id)
  SELECT NEW.order_id WHERE NOT EXISTS (SELECT 1 FROM order_figures WHERE order_id = NEW.order_id);
  UPDATE order_figures SET
    days = days + 1,
    impressions = coalesce(impressions, 0) + NEW.impressions,
    link_clicks = coalesce(link_clicks, 0) + NEW.link_clicks,
    conversions = coalesce(conversions + NEW.conversions, conversions, NEW.conversions),
    spent_minor = coalesce(spent_minor, 0) + NEW.spend_minor,
    revenue_minor = coalesce(revenue_minor + NEW.revenue_minor, revenue_minor, NEW.revenue_minor)
  WHERE order_id = NEW.order_id;
END;
--> statement-breakpoint
DROP TRIGGER order_figures_day_changed;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_changed AFTER UPDATE ON delivery_day
BEGIN
  UPDATE order_figures SET
    impressions = impressions - OLD.impressions + NEW.impressions,
    link_clicks = link_clicks - OLD.link_clicks + NEW.link_clicks,
    conversions = CASE WHEN NEW.conversions IS NULL AND OLD.conversions IS NOT NULL
      THEN (SELECT sum(conversions) FROM delivery_day WHERE order_id = NEW.order_id)
      ELSE coalesce(conversions - coalesce(OLD.conversions, 0) + NEW.conversions, conversions, NEW.conversions) END,
    spent_minor = spent_minor - OLD.spend_minor + NEW.spend_minor,
    revenue_minor = CASE WHEN NEW.revenue_minor IS NULL AND OLD.revenue_minor IS NOT NULL
      THEN (SELECT sum(revenue_minor) FROM delivery_day WHERE order_id = NEW.order_id)
      ELSE coalesce(revenue_minor - coalesce(OLD.revenue_minor, 0) + NEW.revenue_minor, revenue_minor, NEW.revenue_minor) END
  WHERE order_id = NEW.order_id;
END;
--> statement-breakpoint
DROP TRIGGER order_figures_day_withdrawn;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_withdrawn AFTER DELETE ON delivery_day
BEGIN
  UPDATE order_figures SET
    days = days - 1,
    impressions = CASE WHEN days > 1 THEN impressions - OLD.impressions END,
    link_clicks = CASE WHEN days > 1 THEN link_clicks - OLD.link_clicks END,
    conversions = CASE WHEN OLD.conversions IS NULL THEN conversions
      WHEN EXISTS (SELECT 1 FROM delivery_day WHERE order_id = OLD.order_id AND conversions IS NOT NULL)
      THEN conversions - OLD.conversions END,
    spent_minor = CASE WHEN days > 1 THEN spent_minor - OLD.spend_minor END,
    revenue_minor = CASE WHEN OLD.revenue_minor IS NULL THEN revenue_minor
      WHEN EXISTS (SELECT 1 FROM delivery_day WHERE order_id = OLD.order_id AND revenue_minor IS NOT NULL)
      THEN revenue_minor - OLD.revenue_minor END
  WHERE order_id = OLD.order_id;
END;

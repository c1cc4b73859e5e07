-- fills: log_frontier, ledger_transfer, ledger_balance, delivery_version
-- A transfer names no account twice, moves whole minor units, and its lines sum to zero.
CREATE TRIGGER ledger_transfer_balanced BEFORE INSERT ON ledger_transfer
WHEN json_array_length(NEW.lines) < 2
  OR (SELECT total(json_extract(value, '$.minor')) <> 0 OR count(*) <> count(DISTINCT json_extract(value, '$.account'))
      FROM json_each(NEW.lines))
  OR EXISTS (
    SELECT 1 FROM json_each(NEW.lines)
    WHERE json_type(value, '$.minor') <> 'integer' OR json_type(value, '$.account') <> 'text'
  )
BEGIN
  SELECT RAISE(ABORT, 'ledger_transfer: the lines of a transfer sum to zero, each account once, in whole minor units');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_transfer_moves AFTER INSERT ON ledger_transfer
BEGIN
  INSERT INTO ledger_balance (order_id, account, currency, minor)
  SELECT NEW.order_id, json_extract(value, '$.account'), NEW.currency, json_extract(value, '$.minor')
  FROM json_each(NEW.lines) WHERE true
  ON CONFLICT (order_id, account) DO UPDATE SET minor = minor + excluded.minor;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_transfer_unchanged BEFORE UPDATE ON ledger_transfer
BEGIN
  SELECT RAISE(ABORT, 'ledger_transfer: rows never change, a correction is another transfer');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_transfer_kept BEFORE DELETE ON ledger_transfer
BEGIN
  SELECT RAISE(ABORT, 'ledger_transfer: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_balance_kept BEFORE DELETE ON ledger_balance
BEGIN
  SELECT RAISE(ABORT, 'ledger_balance: rows are kept');
END;
--> statement-breakpoint
-- The log grows by one entry at a time and never changes.
CREATE TRIGGER log_entry_next BEFORE INSERT ON log_entry
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM log_entry)
BEGIN
  SELECT RAISE(ABORT, 'log_entry: entries are numbered one after the other');
END;
--> statement-breakpoint
CREATE TRIGGER log_entry_unchanged BEFORE UPDATE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'log_entry: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'log_entry: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER log_frontier_kept BEFORE DELETE ON log_frontier
BEGIN
  SELECT RAISE(ABORT, 'log_frontier: the row is kept');
END;
--> statement-breakpoint
CREATE TRIGGER log_frontier_follows BEFORE UPDATE ON log_frontier
WHEN NEW.size <> (SELECT count(*) FROM log_entry)
BEGIN
  SELECT RAISE(ABORT, 'log_frontier: the tree has as many leaves as the log has entries');
END;
--> statement-breakpoint
-- Every report of a day is kept, whatever writes it.
CREATE TRIGGER delivery_day_first AFTER INSERT ON delivery_day
BEGIN
  INSERT INTO delivery_version (order_id, date, version, source, impressions, reach, link_clicks, page_views,
    conversions, spend_minor, revenue_minor, recorded_at)
  VALUES (NEW.order_id, NEW.date, 1 + (SELECT count(*) FROM delivery_version WHERE order_id = NEW.order_id AND date = NEW.date),
    NEW.source, NEW.impressions, NEW.reach, NEW.link_clicks, NEW.page_views, NEW.conversions, NEW.spend_minor,
    NEW.revenue_minor, NEW.updated_at);
END;
--> statement-breakpoint
CREATE TRIGGER delivery_day_restated AFTER UPDATE ON delivery_day
WHEN (NEW.source, NEW.impressions, NEW.reach, NEW.link_clicks, NEW.page_views, NEW.conversions, NEW.spend_minor, NEW.revenue_minor)
  IS NOT
     (OLD.source, OLD.impressions, OLD.reach, OLD.link_clicks, OLD.page_views, OLD.conversions, OLD.spend_minor, OLD.revenue_minor)
BEGIN
  INSERT INTO delivery_version (order_id, date, version, source, impressions, reach, link_clicks, page_views,
    conversions, spend_minor, revenue_minor, recorded_at)
  VALUES (NEW.order_id, NEW.date, 1 + (SELECT count(*) FROM delivery_version WHERE order_id = NEW.order_id AND date = NEW.date),
    NEW.source, NEW.impressions, NEW.reach, NEW.link_clicks, NEW.page_views, NEW.conversions, NEW.spend_minor,
    NEW.revenue_minor, NEW.updated_at);
END;
--> statement-breakpoint
CREATE TRIGGER delivery_day_kept BEFORE DELETE ON delivery_day
BEGIN
  SELECT RAISE(ABORT, 'delivery_day: days are kept');
END;
--> statement-breakpoint
CREATE TRIGGER delivery_version_unchanged BEFORE UPDATE ON delivery_version
BEGIN
  SELECT RAISE(ABORT, 'delivery_version: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER delivery_version_kept BEFORE DELETE ON delivery_version
BEGIN
  SELECT RAISE(ABORT, 'delivery_version: rows are kept');
END;
--> statement-breakpoint
INSERT INTO log_frontier (id, size, peaks) VALUES (1, 0, x'');
--> statement-breakpoint
-- What was paid and delivered before there was a ledger.
INSERT INTO ledger_transfer (id, command_id, order_id, currency, kind, at, who, why, lines)
SELECT 'payment-' || id, command_id, order_id, currency, 'pay', paid_at, 'Foreclick', 'Payment ' || reference,
  CASE tax_minor
    WHEN 0 THEN json_array(
      json_object('account', 'cash', 'minor', -gross_minor),
      json_object('account', 'promotion_prepaid', 'minor', net_minor))
    ELSE json_array(
      json_object('account', 'cash', 'minor', -gross_minor),
      json_object('account', 'promotion_prepaid', 'minor', net_minor),
      json_object('account', 'tax_input', 'minor', tax_minor))
  END
FROM payment ORDER BY paid_at, id;
--> statement-breakpoint
INSERT INTO delivery_version (order_id, date, version, source, impressions, reach, link_clicks, page_views,
  conversions, spend_minor, revenue_minor, recorded_at)
SELECT order_id, date, 1, source, impressions, reach, link_clicks, page_views, conversions, spend_minor, revenue_minor, updated_at
FROM delivery_day;
--> statement-breakpoint
INSERT INTO ledger_transfer (id, command_id, order_id, currency, kind, at, who, why, day, lines)
SELECT 'delivery-' || order_id || '-' || date, 'delivery:' || order_id || ':' || date || ':1', order_id, currency,
  'deliver', updated_at, 'Foreclick', 'Delivery of ' || date, date,
  json_array(
    json_object('account', 'promotion_prepaid', 'minor', -spend_minor),
    json_object('account', 'promotion_spent', 'minor', spend_minor))
FROM delivery_day WHERE spend_minor > 0 ORDER BY updated_at, order_id, date;

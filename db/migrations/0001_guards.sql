-- An order is born a draft, and every change of its state follows an event that tells it.
CREATE TRIGGER promote_order_born_draft BEFORE INSERT ON promote_order
WHEN NEW.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'promote_order: an order is born a draft');
END;
--> statement-breakpoint
CREATE TRIGGER promote_order_state_told BEFORE UPDATE OF state ON promote_order
WHEN NEW.state <> OLD.state AND NOT EXISTS (
  SELECT 1 FROM order_event
  WHERE sequence = (SELECT max(sequence) FROM order_event WHERE order_id = OLD.id)
    AND from_state = OLD.state AND to_state = NEW.state
)
BEGIN
  SELECT RAISE(ABORT, 'promote_order: a change of state follows its event');
END;
--> statement-breakpoint
-- Whatever is beyond payment has a payment and a frozen forecast; whatever has a payment never goes back.
CREATE TRIGGER promote_order_paid BEFORE UPDATE OF state ON promote_order
WHEN (NEW.state NOT IN ('draft', 'awaiting_payment', 'payment_failed')) <> (
  EXISTS (SELECT 1 FROM payment WHERE order_id = OLD.id)
  AND EXISTS (SELECT 1 FROM frozen_forecast WHERE order_id = OLD.id)
)
BEGIN
  SELECT RAISE(ABORT, 'promote_order: an order leaves the unpaid states with a payment and a frozen forecast, for good');
END;
--> statement-breakpoint
CREATE TRIGGER promote_order_frozen BEFORE UPDATE ON promote_order
WHEN EXISTS (SELECT 1 FROM payment WHERE order_id = OLD.id)
  AND (NEW.id, NEW.market, NEW.currency, NEW.video_id, NEW.product_id, NEW.entrance, NEW.goal, NEW.audience,
       NEW.budget_minor, NEW.duration_days, NEW.starts_at, NEW.target_link_clicks, NEW.payer, NEW.pacing,
       NEW.price_rule, NEW.hours, NEW.notes, NEW.created_at)
  IS NOT
      (OLD.id, OLD.market, OLD.currency, OLD.video_id, OLD.product_id, OLD.entrance, OLD.goal, OLD.audience,
       OLD.budget_minor, OLD.duration_days, OLD.starts_at, OLD.target_link_clicks, OLD.payer, OLD.pacing,
       OLD.price_rule, OLD.hours, OLD.notes, OLD.created_at)
BEGIN
  SELECT RAISE(ABORT, 'promote_order: the fields of a paid order are frozen');
END;
--> statement-breakpoint
CREATE TRIGGER promote_order_kept BEFORE DELETE ON promote_order
BEGIN
  SELECT RAISE(ABORT, 'promote_order: orders are kept');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_forecast_awaited BEFORE INSERT ON frozen_forecast
WHEN (SELECT state FROM promote_order WHERE id = NEW.order_id) IS NOT 'awaiting_payment'
BEGIN
  SELECT RAISE(ABORT, 'frozen_forecast: a forecast is frozen while its order awaits payment');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_forecast_unchanged BEFORE UPDATE ON frozen_forecast
BEGIN
  SELECT RAISE(ABORT, 'frozen_forecast: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_forecast_kept BEFORE DELETE ON frozen_forecast
BEGIN
  SELECT RAISE(ABORT, 'frozen_forecast: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER payment_awaited BEFORE INSERT ON payment
WHEN NOT EXISTS (
  SELECT 1 FROM promote_order
  WHERE id = NEW.order_id AND state = 'awaiting_payment' AND budget_minor = NEW.net_minor
)
BEGIN
  SELECT RAISE(ABORT, 'payment: the net budget of an order is paid while it awaits payment');
END;
--> statement-breakpoint
CREATE TRIGGER payment_unchanged BEFORE UPDATE ON payment
BEGIN
  SELECT RAISE(ABORT, 'payment: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER payment_kept BEFORE DELETE ON payment
BEGIN
  SELECT RAISE(ABORT, 'payment: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER order_event_unchanged BEFORE UPDATE ON order_event
BEGIN
  SELECT RAISE(ABORT, 'order_event: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER order_event_kept BEFORE DELETE ON order_event
BEGIN
  SELECT RAISE(ABORT, 'order_event: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER workspace_kept BEFORE DELETE ON workspace
BEGIN
  SELECT RAISE(ABORT, 'workspace: the row is kept');
END;

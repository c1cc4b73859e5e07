CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"format" text NOT NULL,
	"imported_at" integer NOT NULL,
	"who" text NOT NULL,
	"summary" text NOT NULL,
	"history_id" text,
	"undone_at" integer,
	"undone_by" text,
	FOREIGN KEY ("history_id") REFERENCES "history_import"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_batch_name" CHECK(length(trim("import_batch"."name")) > 0),
	CONSTRAINT "import_batch_digest" CHECK(length("import_batch"."digest") = 64),
	CONSTRAINT "import_batch_summary" CHECK(json_valid("import_batch"."summary")),
	CONSTRAINT "import_batch_undone" CHECK(("import_batch"."undone_at" is null) = ("import_batch"."undone_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX "import_batch_digest" ON "import_batch" ("digest");--> statement-breakpoint
CREATE TABLE "import_choice" (
	"key" text PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"order_id" text,
	"decided_at" integer NOT NULL,
	"who" text NOT NULL,
	FOREIGN KEY ("order_id") REFERENCES "promote_order"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_choice_target" CHECK("import_choice"."target" in ('order', 'history', 'leave')),
	CONSTRAINT "import_choice_order" CHECK(("import_choice"."target" = 'order') = ("import_choice"."order_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE "import_day" (
	"batch_id" text NOT NULL,
	"order_id" text NOT NULL,
	"date" text NOT NULL,
	"version_before" integer,
	"version_after" integer NOT NULL,
	PRIMARY KEY("batch_id", "order_id", "date"),
	FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("order_id","date","version_after") REFERENCES "delivery_version"("order_id","date","version") ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX "import_day_order" ON "import_day" ("order_id","date","version_after");--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"signature" text PRIMARY KEY NOT NULL,
	"mapping" text NOT NULL,
	"saved_at" integer NOT NULL,
	"who" text NOT NULL,
	CONSTRAINT "import_mapping_mapping" CHECK(json_valid("import_mapping"."mapping"))
) STRICT;
--> statement-breakpoint
-- A batch never changes but for its one undo, and neither does what it says of the days.
CREATE TRIGGER import_batch_unchanged BEFORE UPDATE ON import_batch
WHEN OLD.undone_at IS NOT NULL
  OR (NEW.id, NEW.name, NEW.digest, NEW.format, NEW.imported_at, NEW.who, NEW.summary, NEW.history_id)
  IS NOT (OLD.id, OLD.name, OLD.digest, OLD.format, OLD.imported_at, OLD.who, OLD.summary, OLD.history_id)
BEGIN
  SELECT RAISE(ABORT, 'import_batch: an import never changes, but for its undo');
END;
--> statement-breakpoint
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch
BEGIN
  SELECT RAISE(ABORT, 'import_batch: imports are undone, not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER import_day_unchanged BEFORE UPDATE ON import_day
BEGIN
  SELECT RAISE(ABORT, 'import_day: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER import_day_kept BEFORE DELETE ON import_day
BEGIN
  SELECT RAISE(ABORT, 'import_day: rows are kept');
END;
--> statement-breakpoint
-- A day that an import made goes again with the undo of that import, unless it was restated since. Its versions stay.
DROP TRIGGER delivery_day_kept;
--> statement-breakpoint
CREATE TRIGGER delivery_day_kept BEFORE DELETE ON delivery_day
WHEN NOT EXISTS (
  SELECT 1 FROM import_day JOIN import_batch ON import_batch.id = import_day.batch_id
  WHERE import_day.order_id = OLD.order_id AND import_day.date = OLD.date AND import_day.version_before IS NULL
    AND import_batch.undone_at IS NOT NULL
    AND import_day.version_after = (
      SELECT max(version) FROM delivery_version WHERE order_id = OLD.order_id AND date = OLD.date)
)
BEGIN
  SELECT RAISE(ABORT, 'delivery_day: days are kept');
END;
--> statement-breakpoint
CREATE TRIGGER order_figures_day_withdrawn AFTER DELETE ON delivery_day
BEGIN
  UPDATE order_figures SET (days, impressions, link_clicks, conversions, spent_minor, revenue_minor) = (
    SELECT count(*), sum(impressions), sum(link_clicks), sum(conversions), sum(spend_minor), sum(revenue_minor)
    FROM delivery_day WHERE order_id = OLD.order_id
  ) WHERE order_id = OLD.order_id;
END;

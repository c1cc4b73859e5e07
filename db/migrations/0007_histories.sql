CREATE TABLE "history_import" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"started_at" integer NOT NULL,
	"imported_at" integer,
	"who" text NOT NULL,
	"archived_at" integer,
	"report" text,
	CONSTRAINT "history_import_name" CHECK(length(trim("history_import"."name")) > 0),
	CONSTRAINT "history_import_report" CHECK(json_valid("history_import"."report")),
	CONSTRAINT "history_import_whole" CHECK(("history_import"."imported_at" is null) = ("history_import"."report" is null)),
	CONSTRAINT "history_import_archived" CHECK("history_import"."archived_at" is null or "history_import"."imported_at" is not null)
) STRICT;
--> statement-breakpoint
CREATE TABLE "history_period" (
	"id" integer PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"account_id" text NOT NULL,
	"start_day" integer,
	"end_day" integer,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"platform" text NOT NULL,
	"objective" text NOT NULL,
	"creator_id" text NOT NULL,
	"video_id" text NOT NULL,
	"audience_kind" text NOT NULL,
	"age_bands" text NOT NULL,
	"genders" text NOT NULL,
	"interests" text NOT NULL,
	"spend" real,
	"impressions" integer,
	"reach" integer,
	"link_clicks" integer,
	"conversions" integer,
	FOREIGN KEY ("import_id") REFERENCES "history_import"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "history_period_days" CHECK("history_period"."start_day" <= "history_period"."end_day"),
	CONSTRAINT "history_period_spend" CHECK("history_period"."spend" >= 0),
	CONSTRAINT "history_period_impressions" CHECK("history_period"."impressions" between 0 and 9007199254740991),
	CONSTRAINT "history_period_reach" CHECK("history_period"."reach" between 0 and 9007199254740991),
	CONSTRAINT "history_period_link_clicks" CHECK("history_period"."link_clicks" between 0 and 9007199254740991),
	CONSTRAINT "history_period_conversions" CHECK("history_period"."conversions" between 0 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE INDEX "history_period_import_id" ON "history_period" ("import_id");--> statement-breakpoint
CREATE TABLE "profile_edit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"market" text NOT NULL,
	"entry" text NOT NULL,
	"value" text,
	"before" text NOT NULL,
	"source" text NOT NULL,
	"date" text NOT NULL,
	"grade" text NOT NULL,
	"reason" text NOT NULL,
	"at" integer NOT NULL,
	"who" text NOT NULL,
	"version" text NOT NULL,
	CONSTRAINT "profile_edit_market" CHECK("profile_edit"."market" in ('GB', 'ID')),
	CONSTRAINT "profile_edit_value" CHECK(json_valid("profile_edit"."value")),
	CONSTRAINT "profile_edit_before" CHECK(json_valid("profile_edit"."before")),
	CONSTRAINT "profile_edit_grade" CHECK("profile_edit"."grade" in ('A', 'B', 'C', 'D', 'I')),
	CONSTRAINT "profile_edit_reason" CHECK(length(trim("profile_edit"."reason")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX "profile_edit_market_seq" ON "profile_edit" ("market","seq");--> statement-breakpoint
-- What was imported stays as it came; only an import that was stopped goes again.
CREATE TRIGGER history_period_coming BEFORE INSERT ON history_period
WHEN EXISTS (SELECT 1 FROM history_import WHERE id = NEW.import_id AND imported_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'history_period: an import that is whole gets no more rows');
END;
--> statement-breakpoint
CREATE TRIGGER history_period_unchanged BEFORE UPDATE ON history_period
BEGIN
  SELECT RAISE(ABORT, 'history_period: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER history_period_kept BEFORE DELETE ON history_period
WHEN EXISTS (SELECT 1 FROM history_import WHERE id = OLD.import_id AND imported_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'history_period: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER history_import_unchanged BEFORE UPDATE ON history_import
WHEN OLD.imported_at IS NOT NULL
  AND (NEW.id, NEW.name, NEW.started_at, NEW.imported_at, NEW.who, NEW.report)
  IS NOT (OLD.id, OLD.name, OLD.started_at, OLD.imported_at, OLD.who, OLD.report)
BEGIN
  SELECT RAISE(ABORT, 'history_import: an import that is whole never changes');
END;
--> statement-breakpoint
CREATE TRIGGER history_import_whole BEFORE UPDATE OF imported_at ON history_import
WHEN OLD.imported_at IS NULL AND NEW.imported_at IS NOT NULL
  AND json_extract(NEW.report, '$.kept') IS NOT (SELECT count(*) FROM history_period WHERE import_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'history_import: the rows are those of the report');
END;
--> statement-breakpoint
CREATE TRIGGER history_import_kept BEFORE DELETE ON history_import
WHEN OLD.imported_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'history_import: imports are put away, not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER profile_edit_unchanged BEFORE UPDATE ON profile_edit
BEGIN
  SELECT RAISE(ABORT, 'profile_edit: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER profile_edit_kept BEFORE DELETE ON profile_edit
BEGIN
  SELECT RAISE(ABORT, 'profile_edit: rows are kept');
END;

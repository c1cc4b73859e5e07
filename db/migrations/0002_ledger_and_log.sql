CREATE TABLE "delivery_version" (
	"order_id" text NOT NULL,
	"date" text NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"impressions" integer NOT NULL,
	"reach" integer,
	"link_clicks" integer NOT NULL,
	"page_views" integer,
	"conversions" integer,
	"spend_minor" integer NOT NULL,
	"revenue_minor" integer,
	"recorded_at" integer NOT NULL,
	PRIMARY KEY("order_id", "date", "version"),
	CONSTRAINT "delivery_version_source" CHECK("delivery_version"."source" in ('typed', 'imported', 'simulated')),
	CONSTRAINT "delivery_version_version" CHECK("delivery_version"."version" between 0 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE TABLE "ledger_balance" (
	"order_id" text NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"minor" integer NOT NULL,
	PRIMARY KEY("order_id", "account"),
	CONSTRAINT "ledger_balance_account" CHECK("ledger_balance"."account" in ('cash', 'platform_credit', 'coupon', 'payment_clearing', 'promotion_prepaid', 'promotion_spent', 'tax_input', 'refund_clearing', 'write_off')),
	CONSTRAINT "ledger_balance_currency" CHECK("ledger_balance"."currency" in ('GBP', 'IDR')),
	CONSTRAINT "ledger_balance_minor" CHECK("ledger_balance"."minor" between -9007199254740991 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE TABLE "ledger_transfer" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"command_id" text NOT NULL,
	"order_id" text NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"at" integer NOT NULL,
	"who" text NOT NULL,
	"why" text NOT NULL,
	"evidence" text,
	"ends_id" text,
	"corrects_id" text,
	"day" text,
	"lines" text NOT NULL,
	FOREIGN KEY ("order_id","currency") REFERENCES "promote_order"("id","currency") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_transfer_currency" CHECK("ledger_transfer"."currency" in ('GBP', 'IDR')),
	CONSTRAINT "ledger_transfer_kind" CHECK("ledger_transfer"."kind" in ('authorise', 'capture', 'void', 'expire', 'pay', 'deliver', 'restate', 'refund_request', 'refund_complete', 'refund_refuse', 'write_off', 'correct')),
	CONSTRAINT "ledger_transfer_who" CHECK(length(trim("ledger_transfer"."who")) > 0),
	CONSTRAINT "ledger_transfer_why" CHECK(length(trim("ledger_transfer"."why")) > 0),
	CONSTRAINT "ledger_transfer_day" CHECK(date("ledger_transfer"."day") is "ledger_transfer"."day"),
	CONSTRAINT "ledger_transfer_lines" CHECK(json_valid("ledger_transfer"."lines"))
) STRICT;
--> statement-breakpoint
CREATE INDEX "ledger_transfer_order_id" ON "ledger_transfer" ("order_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfer_id" ON "ledger_transfer" ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfer_command_id" ON "ledger_transfer" ("command_id");--> statement-breakpoint
CREATE TABLE "log_entry" (
	"seq" integer PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"leaf" blob NOT NULL,
	"at" integer GENERATED ALWAYS AS (json_extract("text", '$.at')) STORED NOT NULL,
	"who" text GENERATED ALWAYS AS (json_extract("text", '$.who')) STORED NOT NULL,
	"what" text GENERATED ALWAYS AS (json_extract("text", '$.what')) STORED NOT NULL,
	"subject_kind" text GENERATED ALWAYS AS (json_extract("text", '$.subject.kind')) STORED NOT NULL,
	"subject_id" text GENERATED ALWAYS AS (json_extract("text", '$.subject.id')) STORED NOT NULL,
	CONSTRAINT "log_entry_text" CHECK(json_valid("log_entry"."text")),
	CONSTRAINT "log_entry_seq" CHECK(json_extract("log_entry"."text", '$.seq') = "log_entry"."seq"),
	CONSTRAINT "log_entry_leaf" CHECK(length("log_entry"."leaf") = 32)
) STRICT;
--> statement-breakpoint
CREATE INDEX "log_entry_subject" ON "log_entry" ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE TABLE "log_frontier" (
	"id" integer PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"peaks" blob NOT NULL,
	CONSTRAINT "log_frontier_one" CHECK("log_frontier"."id" = 1),
	CONSTRAINT "log_frontier_peaks" CHECK(length("log_frontier"."peaks") % 32 = 0)
) STRICT;

CREATE TABLE "audit_decision" (
	"seq" integer PRIMARY KEY NOT NULL,
	"finding_key" text NOT NULL,
	"order_id" text,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"fingerprint" text NOT NULL,
	"at" integer NOT NULL,
	"who" text NOT NULL,
	CONSTRAINT "audit_decision_decision" CHECK("audit_decision"."decision" in ('accepted', 'resolved', 'reopened')),
	CONSTRAINT "audit_decision_reason" CHECK(length(trim("audit_decision"."reason")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX "audit_decision_finding_key" ON "audit_decision" ("finding_key","seq");--> statement-breakpoint
CREATE TABLE "invoice" (
	"seq" integer PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"currency" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" text NOT NULL,
	"net_minor" integer NOT NULL,
	"tax_minor" integer NOT NULL,
	"impressions" integer,
	"gross_impressions" integer,
	"at" integer NOT NULL,
	"who" text NOT NULL,
	FOREIGN KEY ("order_id","currency") REFERENCES "promote_order"("id","currency") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invoice_currency" CHECK("invoice"."currency" in ('GBP', 'IDR')),
	CONSTRAINT "invoice_number" CHECK(length(trim("invoice"."number")) between 1 and 100),
	CONSTRAINT "invoice_issued_on" CHECK(date("invoice"."issued_on") is "invoice"."issued_on"),
	CONSTRAINT "invoice_net_minor" CHECK("invoice"."net_minor" between 0 and 9007199254740991),
	CONSTRAINT "invoice_tax_minor" CHECK("invoice"."tax_minor" between 0 and 9007199254740991),
	CONSTRAINT "invoice_impressions" CHECK("invoice"."impressions" between 0 and 9007199254740991),
	CONSTRAINT "invoice_gross_impressions" CHECK("invoice"."gross_impressions" between 0 and 9007199254740991)
) STRICT;
--> statement-breakpoint
CREATE INDEX "invoice_order_id" ON "invoice" ("order_id","seq");--> statement-breakpoint
-- What was decided and what was billed is kept: a later row says what holds now.
CREATE TRIGGER audit_decision_unchanged BEFORE UPDATE ON audit_decision
BEGIN
  SELECT RAISE(ABORT, 'audit_decision: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER audit_decision_kept BEFORE DELETE ON audit_decision
BEGIN
  SELECT RAISE(ABORT, 'audit_decision: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER invoice_unchanged BEFORE UPDATE ON invoice
BEGIN
  SELECT RAISE(ABORT, 'invoice: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice
BEGIN
  SELECT RAISE(ABORT, 'invoice: rows are kept');
END;
--> statement-breakpoint
CREATE TRIGGER invoice_of_paid BEFORE INSERT ON invoice
WHEN NOT EXISTS (SELECT 1 FROM payment WHERE order_id = NEW.order_id)
BEGIN
  SELECT RAISE(ABORT, 'invoice: only what was paid is billed');
END;

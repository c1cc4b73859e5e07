CREATE TABLE "market_profile" (
	"version" text PRIMARY KEY NOT NULL,
	"profile" text NOT NULL,
	CONSTRAINT "market_profile_profile" CHECK(json_valid("market_profile"."profile"))
) STRICT;

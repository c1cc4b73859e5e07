-- fills: market_profile
INSERT OR IGNORE INTO market_profile (version, profile)
SELECT profile_version, json_extract(result, '$.assumptions') FROM frozen_forecast;
--> statement-breakpoint
-- Each forecast held a copy of its profile: it is kept once from now on.
DROP TRIGGER frozen_forecast_unchanged;
--> statement-breakpoint
UPDATE frozen_forecast SET result = json_set(result, '$.assumptions', json('[]'));
--> statement-breakpoint
CREATE TRIGGER frozen_forecast_unchanged BEFORE UPDATE ON frozen_forecast
BEGIN
  SELECT RAISE(ABORT, 'frozen_forecast: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_forecast_profile BEFORE INSERT ON frozen_forecast
WHEN NOT EXISTS (SELECT 1 FROM market_profile WHERE version = json_extract(NEW.result, '$.profileVersion'))
BEGIN
  SELECT RAISE(ABORT, 'frozen_forecast: the market profile of a forecast is kept before it');
END;
--> statement-breakpoint
CREATE TRIGGER market_profile_unchanged BEFORE UPDATE ON market_profile
BEGIN
  SELECT RAISE(ABORT, 'market_profile: rows never change');
END;
--> statement-breakpoint
CREATE TRIGGER market_profile_kept BEFORE DELETE ON market_profile
BEGIN
  SELECT RAISE(ABORT, 'market_profile: rows are kept');
END;

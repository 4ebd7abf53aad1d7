-- Kept for a step made elsewhere.
SELECT 1;

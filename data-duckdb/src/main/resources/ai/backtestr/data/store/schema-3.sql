-- Tells what a part holds now from what a part of that number held before, for copies kept beside the database.
ALTER TABLE part ADD COLUMN stamp VARCHAR DEFAULT '';
UPDATE part SET stamp = uuid()::VARCHAR;

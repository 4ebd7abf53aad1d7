/// The segment cache: ticks in compressed columns, memory-mapped, to be decoded straight into pages. Whatever is
/// here can be deleted at any time; it is made again from the database.
package ai.backtestr.data.segment;

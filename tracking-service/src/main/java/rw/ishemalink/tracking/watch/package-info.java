/**
 * Which trip a position belongs to, and in which order positions are looked at. Pure: (watch, what was heard) → (watch,
 * what is to be told); the stream that feeds it is in {@code watch.store}. Invariant: a position belongs to the trips
 * that its vehicle and driver made when it was taken, whenever it comes, and counts once.
 */
@NullMarked
package rw.ishemalink.tracking.watch;

import org.jspecify.annotations.NullMarked;

/**
 * What the authorities are told, for those who fetch it instead of listening to Kafka. Invariant: a record is numbered in
 * the transaction that publishes it, in the order of the commits, so that whoever has read up to a number has read all.
 */
@NullMarked
package rw.ishemalink.compliance.feed;

import org.jspecify.annotations.NullMarked;

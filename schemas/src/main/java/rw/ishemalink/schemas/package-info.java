/**
 * The contracts between services: Avro records, the topics that carry them, and nothing else. Invariant: a topic is
 * declared once, in {@link rw.ishemalink.schemas.Topics}. Generated records share this package, so null-marking stands
 * on the classes written by hand.
 */
package rw.ishemalink.schemas;

/**
 * The contracts between services: Avro records, the topics that carry them, and nothing else. Invariant: a topic is
 * declared once, in {@link rw.ishemalink.schemas.Topics}.
 */
@NullMarked
package rw.ishemalink.schemas;

import org.jspecify.annotations.NullMarked;

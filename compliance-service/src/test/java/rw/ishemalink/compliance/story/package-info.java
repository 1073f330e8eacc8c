/** The service as others meet it: events in, events and answers out, with PostgreSQL and Kafka for real and both authorities played. */
@NullMarked
package rw.ishemalink.compliance.story;

import org.jspecify.annotations.NullMarked;

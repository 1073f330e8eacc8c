/** The service as a whole, on real parts: PostgreSQL, Kafka, SMTP, and an SMS gateway that speaks the provider's protocol. */
@NullMarked
package rw.ishemalink.notification;

import org.jspecify.annotations.NullMarked;

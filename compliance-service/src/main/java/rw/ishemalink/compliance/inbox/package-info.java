/** The only place that knows other services' events. Invariant: a repeated or late event changes nothing. */
@NullMarked
package rw.ishemalink.compliance.inbox;

import org.jspecify.annotations.NullMarked;

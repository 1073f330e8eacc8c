/** What other services' events mean here: a rated booking is a rated driver. Invariant: the only package that knows those events, and each has its effect once. */
@NullMarked
package rw.ishemalink.identity.inbox;

import org.jspecify.annotations.NullMarked;

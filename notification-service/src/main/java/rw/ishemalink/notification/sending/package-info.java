/** Carries messages to the providers. Invariant: no provider is called inside a transaction, and whatever dies on the way is tried again. */
@NullMarked
package rw.ishemalink.notification.sending;

import org.jspecify.annotations.NullMarked;

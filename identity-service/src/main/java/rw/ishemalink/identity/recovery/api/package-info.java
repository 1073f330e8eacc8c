/** Recovery over HTTP. Invariant: who asks hears the same for every phone and number. */
@NullMarked
package rw.ishemalink.identity.recovery.api;

import org.jspecify.annotations.NullMarked;

/** Where SMS providers call us. Invariant: nobody without the secret, and from no other address than theirs, is heard. */
@NullMarked
package rw.ishemalink.notification.inbound.api;

import org.jspecify.annotations.NullMarked;

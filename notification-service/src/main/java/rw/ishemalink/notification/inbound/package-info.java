/** What people send us by SMS. Invariant: a text that comes twice has one effect. */
@NullMarked
package rw.ishemalink.notification.inbound;

import org.jspecify.annotations.NullMarked;

/** Messages as rows. Invariant: one row for each event, template and person, whatever is repeated; a secret is gone from it once it has ended. */
@NullMarked
package rw.ishemalink.notification.message;

import org.jspecify.annotations.NullMarked;

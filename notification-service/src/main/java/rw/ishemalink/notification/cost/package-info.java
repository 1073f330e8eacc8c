/** What messages cost. */
@NullMarked
package rw.ishemalink.notification.cost;

import org.jspecify.annotations.NullMarked;

/** What the stores promise. */
@NullMarked
package rw.ishemalink.analytics.store;

import org.jspecify.annotations.NullMarked;

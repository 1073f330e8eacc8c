/** The numbered records. Invariant: numbers of a topic and tenant have no gap, and a lower one was committed no later. */
@NullMarked
package rw.ishemalink.compliance.feed.store;

import org.jspecify.annotations.NullMarked;

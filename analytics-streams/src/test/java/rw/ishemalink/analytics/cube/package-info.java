/** What cells promise. */
@NullMarked
package rw.ishemalink.analytics.cube;

import org.jspecify.annotations.NullMarked;

/** Questions to one instance and to several, on a real broker. */
@NullMarked
package rw.ishemalink.analytics.query;

import org.jspecify.annotations.NullMarked;

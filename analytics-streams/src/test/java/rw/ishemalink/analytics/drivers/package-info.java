/** What boards of drivers promise. */
@NullMarked
package rw.ishemalink.analytics.drivers;

import org.jspecify.annotations.NullMarked;

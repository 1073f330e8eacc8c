@NullMarked
package rw.ishemalink.analytics.summary;

import org.jspecify.annotations.NullMarked;

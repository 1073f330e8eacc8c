@NullMarked
package rw.ishemalink.analytics.metrics;

import org.jspecify.annotations.NullMarked;

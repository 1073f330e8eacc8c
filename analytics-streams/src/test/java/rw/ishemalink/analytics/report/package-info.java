@NullMarked
package rw.ishemalink.analytics.report;

import org.jspecify.annotations.NullMarked;

@NullMarked
package rw.ishemalink.compliance.report;

import org.jspecify.annotations.NullMarked;

/** What the law gives people who pay and are paid. Invariant: the ledger and every payment stay, by id and amount; phones do not. */
@NullMarked
package rw.ishemalink.payment.privacy;

import org.jspecify.annotations.NullMarked;

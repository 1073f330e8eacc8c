/**
 * Reconciliation for the platform's staff, and cases for those who run or check a tenant. Invariant: nobody sees a case
 * about another tenant's movement but the platform's staff.
 */
@NullMarked
package rw.ishemalink.payment.reconciling.api;

import org.jspecify.annotations.NullMarked;

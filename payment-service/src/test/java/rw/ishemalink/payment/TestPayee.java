package rw.ishemalink.payment;

import java.util.Objects;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.payees.DriverNews;
import rw.ishemalink.payment.payees.Payees;

/** A driver or an operator, with a phone that nobody else has. */
record TestPayee(AccountKey account, String phone) {

    static TestPayee driver(String tenant) {
        return driver(tenant, "78");
    }

    static TestPayee driver(String tenant, String prefix) {
        return new TestPayee(
                new AccountKey(tenant, Account.DRIVER_PAYABLE, UUID.randomUUID()), TestBooking.freshPhone(prefix));
    }

    static TestPayee operator(String tenant) {
        return new TestPayee(
                new AccountKey(tenant, Account.OPERATOR_PAYABLE, UUID.randomUUID()), TestBooking.freshPhone("78"));
    }

    UUID party() {
        return Objects.requireNonNull(account.party());
    }

    String token() {
        TestToken token = account.account() == Account.DRIVER_PAYABLE
                ? TestToken.of(Role.DRIVER).person(party())
                : TestToken.of(Role.OPERATOR).operator(party());
        return token.tenant(account.tenant()).sign();
    }

    /** The fleet tells of this driver, or of a driver of this operator's. */
    TestPayee known(Tx tx, Payees payees) {
        boolean driver = account.account() == Account.DRIVER_PAYABLE;
        payees.heard(
                tx.sql(),
                new DriverNews(
                        driver ? party() : UUID.randomUUID(),
                        account.tenant(),
                        Msisdn.of(phone),
                        driver ? null : party(),
                        true,
                        1));
        return this;
    }

    /** Earns that much with a delivery. */
    TestPayee earns(Tx tx, Ledger ledger, long amountRwf) {
        UUID booking = UUID.randomUUID();
        ledger.post(
                tx.sql(),
                account.tenant(),
                Subject.booking(booking),
                Postings.shareEarned(booking, account.account(), party(), 150, amountRwf));
        return this;
    }
}

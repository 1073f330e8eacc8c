package rw.ishemalink.payment.settlement;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.Keyring;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.payment.collecting.store.WalletSeal;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.config.PayoutConfig;
import rw.ishemalink.payment.config.SettlementConfig;
import rw.ishemalink.payment.ledger.LedgerDatabase;
import rw.ishemalink.payment.ledger.store.SealStore;
import rw.ishemalink.payment.ledger.store.StatementStore;
import rw.ishemalink.payment.payees.store.PayeeStore;
import rw.ishemalink.payment.payouts.PayoutOutcomes;
import rw.ishemalink.payment.payouts.Payouts;
import rw.ishemalink.payment.payouts.store.PayoutStore;
import rw.ishemalink.payment.settlement.store.FigureStore;
import rw.ishemalink.payment.settlement.store.ItemStore;
import rw.ishemalink.payment.settlement.store.RunStore;

/** Settlement and payouts on a fresh database, without the service around them: nothing happens unless the test does it. */
final class SettlementDatabase {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("ishema.payment.mtn.base-url", "http://nowhere.example"),
            Map.entry("ishema.payment.mtn.api-user", "none"),
            Map.entry("ishema.payment.mtn.api-key", "none"),
            Map.entry("ishema.payment.mtn.collection-subscription-key", "none"),
            Map.entry("ishema.payment.mtn.disbursement-subscription-key", "none"),
            Map.entry("ishema.payment.airtel.base-url", "http://nowhere.example"),
            Map.entry("ishema.payment.airtel.client-id", "none"),
            Map.entry("ishema.payment.airtel.client-secret", "none"),
            Map.entry("ishema.payment.airtel.disbursement-pin", "none"),
            Map.entry("ishema.payout.daily-maximum-rwf", "40000"),
            Map.entry("ishema.settlement.parties-at-once", "2"),
            Map.entry("ishema.settlement.transfers-at-once", "5"));

    final LedgerDatabase books = new LedgerDatabase();
    final RunStore runs = new RunStore();
    final ItemStore items = new ItemStore();
    final PayoutConfig payoutConfig;
    final PayeeStore payees;
    final PayoutStore payoutStore;
    final Payouts payouts;
    final PayoutOutcomes outcomes;
    final BookPages bookPages;
    final RunPages pages;

    SettlementDatabase() {
        this(Map.of());
    }

    SettlementDatabase(Map<String, String> settings) {
        WalletSeal seal = new WalletSeal(new ColumnCipher(Keyring.parse("test:" + SuiteResource.newKey())));
        PaymentConfig payment = config(PaymentConfig.class, settings);
        payoutConfig = config(PayoutConfig.class, settings);
        SettlementConfig settlement = config(SettlementConfig.class, settings);
        payees = new PayeeStore(seal, payoutConfig);
        payoutStore = new PayoutStore(seal, payment);
        payouts = new Payouts(payoutStore, payees, books.ledger, payoutConfig);
        outcomes = new PayoutOutcomes(payoutStore, books.ledger, payment);
        bookPages = new BookPages(new FigureStore(), books.balances, settlement);
        pages = new RunPages(runs, new PartyPages(items, payouts, settlement), bookPages);
    }

    private static <C> C config(Class<C> mapping, Map<String, String> more) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withDefaultValues(merged(more))
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(mapping);
    }

    private static Map<String, String> merged(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(more);
        return all;
    }

    Opening opening(Map<String, String> settings) {
        return new Opening(runs, new StatementStore(), new SealStore(), config(SettlementConfig.class, settings));
    }

    /** Seals all that waits; it happened on that day. */
    void endOf(String tenant, LocalDate day) {
        books.sealAll();
        books.tamper(sql ->
                sql.createUpdate("""
                        update ledger_seal
                           set sealed_at = (:day + time '12:00') at time zone 'Africa/Kigali'
                                           + sequence * interval '1 microsecond'
                         where tenant = :tenant and sealed_at > now() - interval '3 hours'""").bind("day", day).bind("tenant", tenant).execute());
    }

    Run run(UUID runId) {
        return books.jdbi
                .withHandle(sql -> runs.find(sql, tenantOf(sql, runId), Optional.empty(), runId))
                .orElseThrow();
    }

    private static String tenantOf(Handle sql, UUID runId) {
        return sql.createQuery("select tenant from settlement_run where run_id = :runId")
                .bind("runId", runId)
                .mapTo(String.class)
                .one();
    }

    List<Item> items(UUID runId) {
        return books.jdbi.withHandle(sql -> items.list(sql, runId, Optional.empty(), 0, 100_000));
    }
}

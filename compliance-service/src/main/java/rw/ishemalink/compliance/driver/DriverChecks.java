package rw.ishemalink.compliance.driver;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.driver.store.DriverCheckStore;
import rw.ishemalink.compliance.licence.HolderNews;
import rw.ishemalink.kit.outbox.RowsTogether;
import rw.ishemalink.kit.outbox.Tx;

/** Which papers are to be looked at, by what the fleet tells and by what becomes of licences. Written at a transaction's end. */
@ApplicationScoped
public class DriverChecks implements HolderNews {

    private final RowsTogether<Hearing> hearings;
    private final RowsTogether<News> news;

    DriverChecks(DriverCheckStore store) {
        this.hearings = new RowsTogether<>((sql, heard) -> store.keep(sql, Hearing.together(heard)));
        this.news = new RowsTogether<>(store::hasten);
    }

    /** The fleet has told of a driver. */
    public void hear(Tx tx, Hearing hearing) {
        hearings.add(tx, hearing);
    }

    /** Warnings leave a licence as good as it was. */
    @Override
    public void hear(Tx tx, News one) {
        switch (one.change()) {
            case RECORDED, EXPIRED, SUSPENDED, REVOKED, REINSTATED -> news.add(tx, one);
            case EXPIRING -> {
                // Still good.
            }
        }
    }
}

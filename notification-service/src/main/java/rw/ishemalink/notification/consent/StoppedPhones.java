package rw.ishemalink.notification.consent;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Phones that sent STOP. All tenants share our numbers, so a phone stops them all. */
@ApplicationScoped
public class StoppedPhones {

    private static final SealedColumn PHONE = new SealedColumn("stopped_phone", "phone_index");
    private static final String ALL_TENANTS = "*";

    private final UnitOfWork unitOfWork;
    private final BlindIndex index;

    StoppedPhones(UnitOfWork unitOfWork, BlindIndex index) {
        this.unitOfWork = unitOfWork;
        this.index = index;
    }

    /** Whether the phone wants no more news by SMS. */
    public boolean contains(String phone) {
        return unitOfWork.read(
                sql -> sql.createQuery("select exists (select from stopped_phone where phone_index = :phone)")
                        .bind("phone", indexOf(phone))
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Notes the wish; to be told so twice changes nothing. */
    public void set(String phone, boolean stop) {
        String statement = stop
                ? "insert into stopped_phone (phone_index) values (:phone) on conflict do nothing"
                : "delete from stopped_phone where phone_index = :phone";
        unitOfWork.run(tx ->
                tx.sql().createUpdate(statement).bind("phone", indexOf(phone)).execute());
    }

    private byte[] indexOf(String phone) {
        return index.of(PHONE, ALL_TENANTS, phone);
    }
}

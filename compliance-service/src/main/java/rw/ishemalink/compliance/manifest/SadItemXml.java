package rw.ishemalink.compliance.manifest;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.ExportFile;

/** One item of a declaration. */
final class SadItemXml {

    /** UN/ECE recommendation 21: package. */
    private static final String PACKAGE = "PK";

    /** Permanent export, no procedure before it; our reading of the code's four digits. */
    private static final String PERMANENT_EXPORT = "1000";

    private final XmlTree xml;
    private final ExportFile export;
    private final SadContent content;

    SadItemXml(XmlTree xml, ExportFile export, SadContent content) {
        this.xml = xml;
        this.export = export;
        this.content = content;
    }

    void write(SadItem item) {
        xml.branch("Item", () -> xml.branch("Packages", () -> packages(item))
                .absent("IncoTerms")
                .branch("Tarification", () -> tarification(item))
                .branch("Goods_description", () -> xml.leaf("Country_of_origin_code", export.originCountry(), 2)
                        .leaf("Description_of_goods", item.commodity(), 280)
                        .leaf("Commercial_Description", item.commodity(), 280))
                .branch("Previous_doc", () -> xml.leaf("Summary_declaration", content.reference(), 20))
                .absent("Licence_number")
                .absent("Free_text_1")
                .absent("Free_text_2")
                .branch("Taxation", () -> xml.absent("Item_taxes_amount"))
                .branch("Valuation_item", () -> valuation(item)));
    }

    private void packages(SadItem item) {
        xml.leaf("Number_of_packages", item.packages())
                .leaf("Marks1_of_packages", content.reference(), 35)
                .absent("Marks2_of_packages")
                .leaf("Kind_of_packages_code", PACKAGE, 3)
                .absent("Kind_of_packages_name");
    }

    private void tarification(SadItem item) {
        xml.branch("HScode", () -> xml.leaf("Commodity_code", item.commodityCode(), 8)
                        .leaf("Precision_1", item.precision(), 3)
                        .absent("Precision_2")
                        .absent("Precision_3")
                        .absent("Precision_4"))
                .absent("Preference_code")
                .leaf("Extended_customs_procedure", PERMANENT_EXPORT, 4)
                .leaf("National_customs_procedure", "000", 3)
                .absent("Quota_code")
                // Three p's: so ASYCUDA World spells it.
                .branch("Supplementary_unit", () -> xml.absent("Suppplementary_unit_code"))
                .maybe("Item_price", item.value() == null ? null : Long.toString(item.value()), 20);
    }

    private void valuation(SadItem item) {
        xml.branch("Weight_itm", () -> xml.leaf("Gross_weight_itm", item.weightKg())
                        .absent("Net_weight_itm"))
                .absent("Total_CIF_itm")
                .absent("Statistical_value")
                .branch("Item_Invoice", () -> amounts(xml, item.value(), export.declaredCurrency()));
    }

    /** An amount in the national currency; a foreign one is the declarant's to convert. */
    static void amounts(XmlTree xml, @Nullable Long amount, @Nullable String currency) {
        String text = amount == null ? null : Long.toString(amount);
        boolean national = "RWF".equals(currency);
        xml.maybe("Amount_national_currency", national ? text : null, 20)
                .maybe("Amount_foreign_currency", national ? null : text, 20)
                .maybe("Currency_code", amount == null ? null : currency, 3);
    }
}

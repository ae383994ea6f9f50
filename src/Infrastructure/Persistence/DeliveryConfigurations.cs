using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Tenants;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class DeliveryZoneConfiguration : IEntityTypeConfiguration<DeliveryZone>
{
    public void Configure(EntityTypeBuilder<DeliveryZone> builder)
    {
        builder.Ignore(z => z.Events);
        builder.HasKey(z => new { z.TenantId, z.Id });
        builder.Property(z => z.Version).IsConcurrencyToken();
        builder.Property(z => z.Code).HasMaxLength(DeliveryZone.MaxCodeLength);
        builder.Property(z => z.Aliases).HasJsonConversion();
        builder.Property(z => z.Area).HasJsonConversion();
        builder.HasIndex(z => new { z.TenantId, z.Code }).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(z => z.TenantId);
    }
}

internal sealed class DeliveryRulesConfiguration : IEntityTypeConfiguration<DeliveryRules>
{
    public void Configure(EntityTypeBuilder<DeliveryRules> builder)
    {
        builder.Ignore(r => r.Events);
        builder.HasKey(r => r.TenantId);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Terms).HasJsonConversion();
        builder.HasOne<Tenant>().WithOne().HasForeignKey<DeliveryRules>(r => r.TenantId);
    }
}

internal sealed class DeliveryQuoteConfiguration : IEntityTypeConfiguration<DeliveryQuote>
{
    public void Configure(EntityTypeBuilder<DeliveryQuote> builder)
    {
        builder.HasKey(q => new { q.TenantId, q.Id });
        builder.Property(q => q.Destination).HasJsonConversion();
        builder.Property(q => q.Fee).HasJsonConversion();
        builder.Property(q => q.Parcel).HasJsonConversion();
        builder.HasIndex(q => new { q.TenantId, q.ContactId, q.QuotedAt });
        builder.HasOne<Contact>().WithMany().HasForeignKey(q => new { q.TenantId, q.ContactId });
        builder.HasOne<DeliveryZone>().WithMany().HasForeignKey(q => new { q.TenantId, q.ZoneId }).OnDelete(DeleteBehavior.Restrict);
    }
}

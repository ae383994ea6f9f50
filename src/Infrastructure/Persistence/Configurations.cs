using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.Ignore(t => t.Events);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Slug).HasMaxLength(60);
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.ComplexProperty(t => t.Assistant);
        builder.Property(t => t.Sales).HasJsonConversion();
        builder.Property(t => t.Facts).HasJsonConversion();
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Ignore(m => m.Events);
        builder.HasKey(m => new { m.TenantId, m.UserId });
        builder.HasIndex(m => m.UserId);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(m => m.TenantId);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Ignore(i => i.Events);
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(i => i.TenantId);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasKey(k => new { k.TenantId, k.Id });
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(k => k.TenantId);
    }
}

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.Ignore(p => p.Events);
        builder.Ignore(p => p.PiecesLeft);
        builder.Property(p => p.Aliases).HasJsonConversion();
        builder.Property(p => p.Tiers).HasJsonConversion();
        builder.Property(p => p.Variants).HasJsonConversion();
        builder.Property(p => p.Photos).HasJsonConversion();
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Sku).HasMaxLength(60);
        builder.HasIndex(p => new { p.TenantId, p.Sku }).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(p => p.TenantId);
    }
}

internal sealed class WhatsAppSessionConfiguration : IEntityTypeConfiguration<WhatsAppSession>
{
    public void Configure(EntityTypeBuilder<WhatsAppSession> builder)
    {
        builder.Ignore(s => s.Events);
        builder.Ignore(s => s.IsStoppedForPlan);
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.HasIndex(s => new { s.TenantId, s.Position }).IsUnique();
        builder.OwnsOne(s => s.LastError, error => error.WithOwner());
        builder.HasOne<Tenant>().WithMany().HasForeignKey(s => s.TenantId);
    }
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.HasMany(c => c.Addresses).WithOne().HasForeignKey(a => new { a.TenantId, a.ContactId });
        builder.Navigation(c => c.Addresses).AutoInclude();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(c => c.TenantId);
    }
}

internal sealed class ContactAddressConfiguration : IEntityTypeConfiguration<ContactAddress>
{
    public void Configure(EntityTypeBuilder<ContactAddress> builder)
    {
        builder.Ignore(a => a.Address);
        builder.HasKey(a => new { a.TenantId, a.Kind, a.Value });
        builder.Property(a => a.Value).HasMaxLength(200);
    }
}

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Ignore(c => c.Events);
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.LastSequence).IsConcurrencyToken();

        // A time of day in SQL Server ends at 24 hours.
        builder.Property(c => c.ClockShift).HasConversion<long>();

        // Of two hosts that claim a turn at once, one changes no row.
        builder.Property(c => c.TurnId).IsConcurrencyToken();
        builder.HasIndex(c => new { c.TenantId, c.LastActivityAt });
        builder.HasIndex(c => new { c.TenantId, c.ContactId, c.SessionId });
        builder.HasIndex(c => c.TurnDueAt).HasFilter("TurnDueAt IS NOT NULL");
        builder.HasIndex(c => c.ResumeAt).HasFilter("ResumeAt IS NOT NULL");
        builder.HasIndex(c => c.AlertDueAt).HasFilter("AlertDueAt IS NOT NULL");
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => new { c.TenantId, c.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WhatsAppSession>().WithMany().HasForeignKey(c => new { c.TenantId, c.SessionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TurnPaceConfiguration : IEntityTypeConfiguration<TurnPace>
{
    public void Configure(EntityTypeBuilder<TurnPace> builder)
    {
        builder.HasKey(p => p.TenantId);
        builder.Property(p => p.DayTurns).IsConcurrencyToken();
        builder.HasOne<Tenant>().WithOne().HasForeignKey<TurnPace>(p => p.TenantId);
    }
}

internal sealed class InstallationStateConfiguration : IEntityTypeConfiguration<InstallationState>
{
    public void Configure(EntityTypeBuilder<InstallationState> builder) => builder.Property(i => i.Id).ValueGeneratedNever();
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Ignore(m => m.Content);
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.ExternalId).HasMaxLength(200);
        builder.Property(m => m.File).HasMaxLength(100);
        builder.Property(m => m.QuotedId).HasMaxLength(200);
        builder.Property(m => m.Media).HasJsonConversion();
        builder.Property(m => m.Details).HasJsonConversion();
        builder.Property(m => m.Changes).HasJsonConversion();
        builder.Ignore(m => m.IsVoiceNote);
        builder.Ignore(m => m.IsChange);
        builder.Ignore(m => m.IsDeleted);

        // Of two hosts that claim a message at once, one changes no row.
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.HasIndex(m => new { m.TenantId, m.ConversationId, m.ExternalId }).IsUnique();
        builder.HasIndex(m => new { m.TenantId, m.ConversationId, m.Sequence });
        builder.HasIndex(m => new { m.TenantId, m.TurnId, m.Ordinal }).IsUnique().HasFilter("TurnId IS NOT NULL");
        builder.HasIndex(m => new { m.TenantId, m.ExternalId });
        builder.HasIndex(m => m.DueAt).HasFilter("DueAt IS NOT NULL");
        builder.HasIndex(m => m.MediaDueAt).HasFilter("MediaDueAt IS NOT NULL");
        builder.HasIndex(m => new { m.TenantId, m.File }).HasFilter("[File] IS NOT NULL");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(m => new { m.TenantId, m.ConversationId });
    }
}

internal sealed class TurnRecordConfiguration : IEntityTypeConfiguration<TurnRecord>
{
    public void Configure(EntityTypeBuilder<TurnRecord> builder)
    {
        builder.HasKey(t => new { t.TenantId, t.TurnId });
        builder.Property(t => t.Violations).HasJsonConversion();
        builder.HasIndex(t => new { t.TenantId, t.ConversationId, t.At });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(t => new { t.TenantId, t.ConversationId });
    }
}

internal sealed class ConversationMemoryConfiguration : IEntityTypeConfiguration<ConversationMemory>
{
    public void Configure(EntityTypeBuilder<ConversationMemory> builder)
    {
        builder.HasKey(m => new { m.TenantId, m.ConversationId });
        builder.Property(m => m.Notes).HasJsonConversion();
        builder.HasOne<Conversation>().WithOne().HasForeignKey<ConversationMemory>(m => new { m.TenantId, m.ConversationId });
    }
}

internal sealed class WhatsAppCredentialConfiguration : IEntityTypeConfiguration<WhatsAppCredential>
{
    public void Configure(EntityTypeBuilder<WhatsAppCredential> builder)
    {
        builder.HasKey(c => new { c.TenantId, c.SessionId });
        builder.HasOne<WhatsAppSession>().WithMany().HasForeignKey(c => new { c.TenantId, c.SessionId });
    }
}

internal sealed class WhatsAppKeyConfiguration : IEntityTypeConfiguration<WhatsAppKey>
{
    public void Configure(EntityTypeBuilder<WhatsAppKey> builder)
    {
        builder.HasKey(k => new { k.TenantId, k.SessionId, k.Type, k.KeyId });
        builder.Property(k => k.Type).HasMaxLength(60);
        builder.Property(k => k.KeyId).HasMaxLength(200);
        builder.HasOne<WhatsAppSession>().WithMany().HasForeignKey(k => new { k.TenantId, k.SessionId });
    }
}

internal sealed class WhatsAppJournalRowConfiguration : IEntityTypeConfiguration<WhatsAppJournalRow>
{
    public void Configure(EntityTypeBuilder<WhatsAppJournalRow> builder)
    {
        builder.HasKey(r => new { r.TenantId, r.SessionId, r.Hash });
        builder.Property(r => r.Hash).HasMaxLength(64);
        builder.HasIndex(r => new { r.TenantId, r.SessionId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.TenantId, r.SessionId, r.ProcessedAt });
        builder.HasOne<WhatsAppSession>().WithMany().HasForeignKey(r => new { r.TenantId, r.SessionId });
    }
}

internal sealed class WhatsAppSentContentConfiguration : IEntityTypeConfiguration<WhatsAppSentContent>
{
    public void Configure(EntityTypeBuilder<WhatsAppSentContent> builder)
    {
        builder.HasKey(c => new { c.TenantId, c.SessionId, c.MessageId });
        builder.Property(c => c.MessageId).HasMaxLength(100);
        builder.HasOne<WhatsAppSession>().WithMany().HasForeignKey(c => new { c.TenantId, c.SessionId });
    }
}

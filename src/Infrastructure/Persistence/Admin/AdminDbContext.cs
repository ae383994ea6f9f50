using Microsoft.EntityFrameworkCore;

namespace WaSaas.Infrastructure.Persistence.Admin;

/// <summary>The one context without the wall, for the few questions that no single shop can answer. Only this namespace may use it.</summary>
public sealed class AdminDbContext(DbContextOptions<AdminDbContext> options) : WaSaasDbContext(options);

using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.Sqlite;

/// <summary>The walled context over SQLite; owns SQLite's migrations.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options, ITenantScope scope) : AppDbContext(options, scope);

namespace WaSaas.Application.Retention;

/// <summary>Rows that only the infrastructure knows. Each call removes a bounded number inside the present transaction.</summary>
public interface IExpiredRows
{
    /// <summary>Journal rows of the shop in scope that are in their conversation since before then.</summary>
    Task<int> RemoveJournalAsync(DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>Sent contents of the shop in scope from before then.</summary>
    Task<int> RemoveSentContentsAsync(DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>Sign-ins of anybody that are over by their age.</summary>
    Task<int> RemoveSignInsAsync(DateTimeOffset now, CancellationToken ct);
}
